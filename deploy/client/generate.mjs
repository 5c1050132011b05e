// Makes the types of each service from the OpenAPI document that its build wrote.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const root = new URL("../../", import.meta.url);
const services = ["intake", "scheduling", "clinical-records", "medication", "outcomes"];

await mkdir(new URL("generated/", import.meta.url), { recursive: true });
for (const service of services) {
  const document = new URL(`${service}-service/target/openapi/openapi.json`, root);
  const types = await openapiTS(JSON.parse(await readFile(document, "utf8")));
  await writeFile(new URL(`generated/${service}.ts`, import.meta.url), astToString(types));
}
