export const USAGE = `domovoy <command>          in a clone: npm run domovoy -- <command>

  dev                      everything on this machine (npm start): Postgres, sandbox, consumer, hooks, GraphQL
      --port N             port of the GraphQL API; the others: HEALTH_PORT, HOOKS_PORT, POSTGRES_PORT,
                           SANDBOX_KAFKA_PORT, SANDBOX_ROSDOMOFON_PORT, SANDBOX_BITRIX24_PORT, SANDBOX_CONTROL_PORT
      --json               one JSON object per line instead of text for people
  demo events              send lifelike events through Kafka (npm run demo:events --)
      --sign-ups N         new sign-ups of the company (10)
      --messages N         messages (50)
      --seed TEXT          the same events again
      --elsewhere          also to brokers that are not on this machine
  migrate                  bring the database to the state this version needs
  keys create              make an API key; it is shown once
      --company X --name Y
  keys rotate-encryption   put all stored secrets under ENCRYPTION_KEY; ENCRYPTION_KEY_PREVIOUS is the former key
  person create            the first owner of a company, who invites the others; the password is shown once
      --company X --email E --name N --role owner
  person reset-password    another password for who has lost theirs; their sessions end
      --email E
  person unlink-identity   for who was made anew at the identity provider: by their e-mail they are known again;
                           their sessions end
      --email E
  import                   read everything that RosDomofon knows into the mirror
      --wait               follow it to its end
      --dry-run            only say what that would change: counts, and some objects by name; Ctrl-C ends the run
  import account NUMBER    read one account, with its balance, flats and connections, and follow it
      --company X          where there is more than one
  import cancel RUN        end a run that waits or is in progress; what it has read stays
  help                     this

  --data DIR               where things are kept (.data), for every command
  --json                   for programs, for every command

Settings come from the environment and from .env, the environment first: DATABASE_URL, KAFKA_BROKERS,
KAFKA_GROUP_ID, KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD, KAFKA_CA_FILE, KAFKA_TLS, COMPANY_SHORT_NAME,
ROSDOMOFON_URL, ROSDOMOFON_USERNAME, ROSDOMOFON_PASSWORD, ENCRYPTION_KEY,
HOOKS_PUBLIC_URL, PORT, HOST, LOG_LEVEL. Without them the embedded Postgres and the sandbox are used.
`;
