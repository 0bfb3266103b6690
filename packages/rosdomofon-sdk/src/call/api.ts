import { pageOf } from '@domovoy/models';
import { z } from 'zod';
import { ResponseValidationError } from '../errors.ts';
import { check, TimeoutMs } from '../options.ts';
import { createPagedList, type PagedList } from '../pagination.ts';
import {
  checkRow,
  createRows,
  type ListOptions,
  type RowOptions,
  type Rows,
  readRows,
} from '../rows/rows.ts';
import type { ApiRequest, ApiResponse, Call, CallOptions } from './call.ts';
import { buildRequest, type Endpoint } from './endpoint.ts';
import { createCall, type ExchangeContext, exchange, outcomeOf, readWhole } from './exchange.ts';
import { startDeadline } from './interruption.ts';
import { readJson, readNothing } from './read-answer.ts';

type Answering<Params extends z.ZodType, Answer extends z.ZodType> = Endpoint<Params> & { answer: Answer };
/** Parameters may be left out where all of them may. */
type Method<Params extends z.ZodType, Options, Result> =
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- "no parameters at all" is what it means
  Record<never, never> extends z.input<Params>
    ? (params?: z.input<Params>, options?: Options) => Result
    : (params: z.input<Params>, options?: Options) => Result;
interface Paging {
  page?: number | undefined;
  size?: number | undefined;
}

/** Makes methods of endpoints. */
export interface Api {
  /** One JSON value. */
  json<P extends z.ZodType, A extends z.ZodType>(
    endpoint: Answering<P, A>,
  ): Method<P, CallOptions, Promise<z.output<A>>>;
  /** Success is the answer. */
  nothing<P extends z.ZodType>(endpoint: Endpoint<P>): Method<P, CallOptions, Promise<void>>;
  /** Spring's pages. */
  pages<P extends z.ZodType<Paging>, A extends z.ZodType>(
    endpoint: Answering<P, A>,
  ): Method<P, ListOptions, PagedList<z.output<A>>>;
  /** A bare array without an end in sight. */
  rows<P extends z.ZodType, A extends z.ZodType>(
    endpoint: Answering<P, A>,
  ): Method<P, RowOptions, Rows<z.output<A>>>;
}

export function createApi(context: ExchangeContext): Api {
  const { timeoutMs } = context.settings;

  const whole = async <T>(
    request: ApiRequest,
    options: CallOptions,
    read: (response: ApiResponse, call: Call) => Promise<T>,
  ): Promise<T> => {
    const { call, deadline } = begin(request, options, timeoutMs);
    try {
      return await exchange(call, context, (opened) => readWhole(opened, (response) => read(response, call)));
    } finally {
      deadline.stop();
    }
  };

  const onePage = <A extends z.ZodType>(
    request: ApiRequest,
    answer: A,
    { onIssue, ...options }: ListOptions,
    page: number,
  ) =>
    whole(request, options, async (response, call) => {
      const { content, ...found } = await readJson(response, call, pageOf(z.unknown()));
      // A service that gives the same page for every number would be read for ever.
      if ((found.number ?? page) !== page)
        throw new ResponseValidationError(`page ${page} was asked for, page ${found.number} came`, {
          call,
          isJson: true,
        });
      const isEnd = content.length === 0;
      const rows = content.flatMap((row, index) => checkRow(answer, row, index, call, onIssue));
      return { ...found, content: rows, last: isEnd || found.last };
    });

  return {
    json: (endpoint) =>
      asMethod(async (params, options: CallOptions = {}) =>
        whole(buildRequest(endpoint, params), options, (response, call) =>
          readJson(response, call, endpoint.answer),
        ),
      ),
    nothing: (endpoint) =>
      asMethod(async (params, options: CallOptions = {}) =>
        whole(buildRequest(endpoint, params), options, readNothing),
      ),
    pages: (endpoint) =>
      asMethod((params, options: ListOptions = {}) => {
        const { page: firstPage = 0, size } = (params ?? {}) as Paging;
        return createPagedList(firstPage, async (page) =>
          onePage(buildRequest(endpoint, params, { page, size }), endpoint.answer, options, page),
        );
      }),
    rows: (endpoint) =>
      asMethod((params, options: RowOptions = {}) =>
        createRows(() => rowsOf(endpoint.answer, () => buildRequest(endpoint, params), options, context)),
      ),
  };
}

async function* rowsOf<A extends z.ZodType>(
  answer: A,
  build: () => ApiRequest,
  options: RowOptions,
  context: ExchangeContext,
): AsyncGenerator<z.output<A>> {
  const { call, deadline } = begin(build(), options, context.settings.timeoutMs);
  // What is done with a row is not the service's time, unless the caller limits the whole.
  const clock = options.timeoutMs === undefined ? deadline : undefined;
  try {
    const { response, end } = await exchange(call, context, async (opened) => opened);
    let outcome: Parameters<typeof end>[0] = { status: response.status };
    try {
      yield* readRows(response, call, answer, { clock, onIssue: options.onIssue });
    } catch (error) {
      outcome = { ...outcome, ...outcomeOf(error) };
      throw error;
    } finally {
      end(outcome);
    }
  } finally {
    deadline.stop();
  }
}

function begin(request: ApiRequest, options: CallOptions, defaultTimeoutMs: number) {
  const timeoutMs = check(
    TimeoutMs,
    options.timeoutMs ?? defaultTimeoutMs,
    `${request.operation}: timeoutMs`,
  );
  const deadline = startDeadline(timeoutMs, options.signal);
  return { call: createCall(request, deadline, timeoutMs), deadline };
}

/** What is given as parameters is checked by the endpoint's schema: the function takes anything. */
const asMethod = <Params extends z.ZodType, Options, Result>(
  call: (params: unknown, options?: Options) => Result,
) => call as unknown as Method<Params, Options, Result>;
