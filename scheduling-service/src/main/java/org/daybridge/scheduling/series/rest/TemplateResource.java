package org.daybridge.scheduling.series.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.series.SeriesBook;
import org.daybridge.scheduling.series.SeriesBook.StoredTemplate;
import org.daybridge.scheduling.series.Template;
import org.daybridge.scheduling.series.TemplateHandler;
import org.daybridge.scheduling.series.TemplateHandler.Entered;
import org.daybridge.scheduling.series.TemplateRules;
import org.daybridge.scheduling.series.TemplateSlot;
import org.daybridge.scheduling.session.SessionPlan.Modality;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The weekly template of a track. */
@Path("/api/scheduling/v1/tracks/{track}/template")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class TemplateResource {
  /** One slot of the week, in the codes of the register. */
  public record SlotBody(
      @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String key,
      @NotNull DayOfWeek day,
      @NotNull LocalTime time,
      @NotNull @Min(1) @Max(720) Integer minutes,
      @NotBlank @Size(max = 50) String type,
      @Nullable @Size(max = 50) String room,
      @Nullable Modality modality,
      @Nullable @Min(1) @Max(1000) Integer capacity,
      @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 50) String> facilitators) {}

  /** The week of a track. */
  public record TemplateBody(
      @NotBlank @Size(max = 50) String site,
      TemplateRules.@NotNull Model model,
      @NotNull @Size(max = 100) List<@Valid @NotNull SlotBody> slots) {}

  /** The week of a track as it stands. */
  public record TemplateView(String track, TemplateBody template) {
    static TemplateView of(StoredTemplate stored) {
      Template template = stored.template();
      return new TemplateView(
          stored.track(),
          new TemplateBody(
              template.site(),
              template.model(),
              template.slots().stream().map(TemplateView::slot).toList()));
    }

    private static SlotBody slot(Template.Slot slot) {
      return new SlotBody(
          slot.when().key(),
          slot.when().day(),
          slot.when().time(),
          slot.when().minutes(),
          slot.type(),
          slot.room(),
          slot.modality(),
          slot.capacity(),
          slot.facilitators());
    }
  }

  private final TemplateHandler handler;
  private final SeriesBook book;

  TemplateResource(TemplateHandler handler, SeriesBook book) {
    this.handler = handler;
    this.book = book;
  }

  @GET
  @PermissionsAllowed("template:read")
  public RestResponse<TemplateView> read(String track) {
    return answer(
        book.template(track).orElseThrow(() -> new NotVisible("Template", new UUID(0, 0))),
        RestResponse.Status.OK);
  }

  @PUT
  @PermissionsAllowed("template:write")
  public RestResponse<TemplateView> enter(
      @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,49}") String track,
      @Valid @NotNull TemplateBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    Entered entered =
        handler.enter(track, template(body), version -> ETags.require(ifMatch, version));
    return answer(
        entered.template(),
        entered.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK);
  }

  private static Template template(TemplateBody body) {
    return new Template(
        body.site(),
        body.model(),
        body.slots().stream()
            .map(
                slot ->
                    new Template.Slot(
                        new TemplateSlot(slot.key(), slot.day(), slot.time(), slot.minutes()),
                        slot.type(),
                        slot.room(),
                        Objects.requireNonNullElse(slot.modality(), Modality.IN_PERSON),
                        slot.capacity(),
                        slot.facilitators()))
            .toList());
  }

  private static RestResponse<TemplateView> answer(
      StoredTemplate stored, RestResponse.Status status) {
    return ResponseBuilder.create(status, TemplateView.of(stored))
        .header("ETag", ETags.of(stored.version()))
        .build();
  }
}
