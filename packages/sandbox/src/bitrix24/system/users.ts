import type { KeptTables } from '../state/kept-tables.ts';
import { defineTable } from '../state/table.ts';

/** An employee: who is responsible for a deal, who answers in a chat. */
export interface User {
  id: number;
  name: string;
  lastName: string;
  gender: 'M' | 'F' | '';
  isAdmin: boolean;
  isActive: boolean;
  workPosition: string;
}

export const USERS = defineTable<User>('users');

export const userOf = (state: KeptTables, id: number): User | undefined => state.rows(USERS).get(id);

export const isAdmin = (state: KeptTables, id: number): boolean => userOf(state, id)?.isAdmin ?? false;

export const userWire = ({ id, name, lastName, isActive, workPosition, gender }: User) => ({
  ID: String(id),
  ACTIVE: isActive,
  NAME: name,
  LAST_NAME: lastName,
  SECOND_NAME: '',
  EMAIL: `user${id}@example.test`,
  PERSONAL_GENDER: gender,
  WORK_POSITION: workPosition,
  UF_DEPARTMENT: [1],
  USER_TYPE: 'employee',
});
