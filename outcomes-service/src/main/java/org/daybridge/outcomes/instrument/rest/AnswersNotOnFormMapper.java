package org.daybridge.outcomes.instrument.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.daybridge.kit.problem.Problem;
import org.daybridge.kit.problem.Problems;
import org.daybridge.outcomes.instrument.AnswersNotOnForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** An answer outside its item's own options is bad input, named item by item. */
public class AnswersNotOnFormMapper {
  private final Problems problems;

  AnswersNotOnFormMapper(Problems problems) {
    this.problems = problems;
  }

  @ServerExceptionMapper
  Response notOnForm(AnswersNotOnForm bad) {
    List<Problem.Violation> violations =
        bad.violations().stream()
            .map(one -> new Problem.Violation(one.field(), one.message()))
            .toList();
    return problems.answer("answer-is-an-option-of-its-item", bad.getMessage(), violations);
  }
}
