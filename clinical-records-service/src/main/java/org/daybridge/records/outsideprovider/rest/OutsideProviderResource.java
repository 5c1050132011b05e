package org.daybridge.records.outsideprovider.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Labels;
import org.daybridge.records.disclosure.ConsentGate;
import org.daybridge.records.disclosure.ConsentGate.Passage;
import org.daybridge.records.disclosure.Disclosure;
import org.daybridge.records.disclosure.Disclosure.RecipientClass;
import org.daybridge.records.disclosure.Disclosures;
import org.daybridge.records.outsideprovider.OutsideProvider;
import org.daybridge.records.outsideprovider.OutsideProvider.Contact;
import org.daybridge.records.outsideprovider.OutsideProvider.Direction;
import org.daybridge.records.register.Register;
import org.daybridge.records.register.rest.RegisterDesk;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Coordination with providers outside the program. */
@Path("/api/clinical-records/v1/outside-providers")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class OutsideProviderResource {

  private final Register<OutsideProvider> providers;
  private final RegisterDesk desk;
  private final Disclosures disclosures;

  OutsideProviderResource(
      Register<OutsideProvider> providers, RegisterDesk desk, Disclosures disclosures) {
    this.providers = providers;
    this.desk = desk;
    this.disclosures = disclosures;
  }

  record NewProvider(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 200) String role,
      @NotNull @Size(max = 50) String phone,
      @Nullable LocalDate nextContactOn) {
    @Override
    public String toString() {
      return "NewProvider[]";
    }
  }

  record NewContact(
      @NotNull Instant at,
      @NotNull Direction direction,
      @NotBlank @Size(max = 5000) String about,
      @Nullable LocalDate nextContactOn) {
    @Override
    public String toString() {
      return "NewContact[" + at + "]";
    }
  }

  record ProviderView(
      UUID id,
      UUID patientId,
      String name,
      String role,
      String phone,
      @Nullable Instant lastContactAt,
      @Nullable LocalDate nextContactOn,
      List<Contact> contacts) {

    static ProviderView of(OutsideProvider each) {
      return new ProviderView(
          each.id(),
          each.patient().value(),
          each.name(),
          each.role(),
          each.phone(),
          each.lastContactAt().orElse(null),
          each.nextContactOn().orElse(null),
          each.contacts());
    }

    @Override
    public String toString() {
      return "ProviderView[" + id + "]";
    }
  }

  @POST
  @PermissionsAllowed("outside-provider:write")
  public RestResponse<ProviderView> add(@NotNull @Valid NewProvider body) {
    var episode = desk.episode(body.patientId());
    return desk.add(
        providers,
        Decision.applied(
            new OutsideProvider(
                RegisterDesk.id(body.id()),
                episode.patient(),
                episode.labels(),
                body.name(),
                body.role(),
                body.phone(),
                Optional.ofNullable(body.nextContactOn()),
                List.of())),
        ProviderView::of);
  }

  @GET
  @PermissionsAllowed("outside-provider:read")
  public List<ProviderView> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return desk.list(providers, patientId, ProviderView::of);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("outside-provider:read")
  public RestResponse<ProviderView> read(UUID id) {
    return desk.read(providers, id, ProviderView::of);
  }

  /** One contact. Telling passes the consent gate and is a recorded disclosure; hearing is not. */
  @POST
  @Path("{id}/contacts")
  @PermissionsAllowed("outside-provider:write")
  public RestResponse<ProviderView> spoken(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewContact body) {
    var provider = providers.require(id).value();
    var passage =
        body.direction() == Direction.TOLD
            ? passage(provider)
            : new Passage(Optional.empty(), Optional.empty());
    var contact =
        new Contact(
            body.at(), body.direction(), body.about(), RegisterDesk.me(), passage.consent());
    var answer =
        desk.change(
            providers,
            id,
            ifMatch,
            (each, now) -> each.spokenWith(contact, Optional.ofNullable(body.nextContactOn()), now),
            ProviderView::of);
    if (body.direction() == Direction.TOLD) {
      disclosures.keep(disclosure(provider, contact, passage));
    }
    return answer;
  }

  private Passage passage(OutsideProvider provider) {
    var now = desk.now();
    var episode = desk.episode(provider.patient().value());
    return ConsentGate.ask(
            (provider.labels() & Labels.PART2) != 0,
            RecipientClass.TREATING_PROVIDER,
            disclosures.consents(provider.patient()),
            now,
            episode.day(now))
        .orRefuse()
        .next();
  }

  private Disclosure disclosure(OutsideProvider provider, Contact contact, Passage passage) {
    var told = CanonicalForm.of(Map.of("provider", provider.id(), "told", contact.about()));
    return new Disclosure(
        RegisterDesk.id(null),
        provider.patient(),
        provider.labels(),
        provider.name(),
        RecipientClass.TREATING_PROVIDER,
        "TREAT",
        "COORDINATION",
        provider.id(),
        ContentHash.of(told),
        List.of(),
        passage.consent(),
        passage.notice(),
        contact.by(),
        desk.now());
  }
}
