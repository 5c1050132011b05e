import createClient, { type Middleware } from "openapi-fetch";
import type { paths as ClinicalRecords } from "../generated/clinical-records.js";
import type { paths as Intake } from "../generated/intake.js";
import type { paths as Medication } from "../generated/medication.js";
import type { paths as Outcomes } from "../generated/outcomes.js";
import type { paths as Scheduling } from "../generated/scheduling.js";

/** The five services behind one gateway, each with the types of its own OpenAPI document. */
export interface Daybridge {
  intake: ReturnType<typeof createClient<Intake>>;
  scheduling: ReturnType<typeof createClient<Scheduling>>;
  clinicalRecords: ReturnType<typeof createClient<ClinicalRecords>>;
  medication: ReturnType<typeof createClient<Medication>>;
  outcomes: ReturnType<typeof createClient<Outcomes>>;
}

/**
 * Clients for one gateway.
 *
 * @param baseUrl the gateway's address, such as http://localhost:8080
 * @param token gives the access token of whoever is signed in, refreshed when it must be
 */
export function daybridge(baseUrl: string, token: () => Promise<string>): Daybridge {
  const signedIn: Middleware = {
    async onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${await token()}`);
      if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
        request.headers.set("Idempotency-Key", crypto.randomUUID());
      }
      return request;
    },
  };
  const intake = createClient<Intake>({ baseUrl });
  const scheduling = createClient<Scheduling>({ baseUrl });
  const clinicalRecords = createClient<ClinicalRecords>({ baseUrl });
  const medication = createClient<Medication>({ baseUrl });
  const outcomes = createClient<Outcomes>({ baseUrl });
  intake.use(signedIn);
  scheduling.use(signedIn);
  clinicalRecords.use(signedIn);
  medication.use(signedIn);
  outcomes.use(signedIn);
  return { intake, scheduling, clinicalRecords, medication, outcomes };
}
