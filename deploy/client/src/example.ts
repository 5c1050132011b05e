// A patient's front page and one submission, as an app would write them. It is compiled, so that a change
// of the API that would break a front end breaks the build first.
import { daybridge } from "./daybridge.js";

export async function frontPage(gateway: string, token: () => Promise<string>, patient: string) {
  const api = daybridge(gateway, token);
  const me = await api.intake.GET("/api/intake/v1/me");
  const sessions = await api.scheduling.GET("/api/scheduling/v1/patients/{patient}/sessions", {
    params: { path: { patient }, query: { limit: 20 } },
  });
  const due = await api.outcomes.GET("/api/outcomes/v1/assignments", {
    params: { query: { patientId: patient } },
  });
  return {
    roles: me.data?.roles ?? [],
    next: sessions.data?.items?.map((session) => session.startsAt) ?? [],
    due: due.data?.items?.map((assignment) => assignment.instrument) ?? [],
  };
}

export async function answerPhq9(gateway: string, token: () => Promise<string>, answers: number[]) {
  const api = daybridge(gateway, token);
  const answered = await api.outcomes.POST("/api/outcomes/v1/measures", {
    body: {
      instrument: "PHQ-9",
      answers: Object.fromEntries(answers.map((answer, place) => [String(place + 1), answer])),
    },
  });
  if (!answered.data) {
    throw new Error(`refused: ${answered.response.status}`);
  }
  return { total: answered.data.score?.total, crisisCard: answered.data.crisisCard };
}
