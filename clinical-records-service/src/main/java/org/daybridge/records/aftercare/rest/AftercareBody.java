package org.daybridge.records.aftercare.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.records.aftercare.Aftercare;
import org.daybridge.records.aftercare.Aftercare.Appointment;
import org.daybridge.records.aftercare.Aftercare.Contact;
import org.daybridge.records.aftercare.Aftercare.SupportGroup;
import org.jspecify.annotations.Nullable;

/** What a front end sends as an aftercare plan. */
record AftercareBody(
    @NotNull @Size(max = 30) List<@NotNull @Valid AppointmentBody> appointments,
    @Nullable @Size(max = 30) List<@NotNull @Valid GroupBody> supportGroups,
    @Nullable @Size(max = 30) List<@NotNull @Size(max = 500) String> medication,
    @NotNull @Size(max = 30) List<@NotNull @Valid ContactBody> contacts,
    @NotNull @Size(max = 30) List<@NotNull @Size(max = 1000) String> crisisSteps,
    @NotNull @Size(max = 20) List<@NotNull @Min(1) @Max(3650) Integer> followUpDays) {

  record AppointmentBody(
      @NotNull @Size(max = 200) String with,
      @NotNull @Size(max = 500) String purpose,
      @Nullable Instant at,
      @Nullable @Size(max = 40) String phone) {
    @Override
    public String toString() {
      return "AppointmentBody[]";
    }
  }

  record GroupBody(
      @NotNull @Size(max = 200) String name,
      @NotNull @Size(max = 200) String place,
      @NotNull @Size(max = 200) String dayAndTime) {
    @Override
    public String toString() {
      return "GroupBody[]";
    }
  }

  record ContactBody(
      @NotNull @Size(max = 200) String name,
      @NotNull @Size(max = 100) String relation,
      @NotNull @Size(max = 40) String phone) {
    @Override
    public String toString() {
      return "ContactBody[]";
    }
  }

  Aftercare toDomain() {
    return new Aftercare(
        appointments.stream()
            .map(
                each ->
                    new Appointment(
                        each.with(),
                        each.purpose(),
                        Optional.ofNullable(each.at()),
                        each.phone() == null ? "" : each.phone()))
            .toList(),
        supportGroups == null
            ? List.of()
            : supportGroups.stream()
                .map(each -> new SupportGroup(each.name(), each.place(), each.dayAndTime()))
                .toList(),
        medication == null ? List.of() : medication,
        contacts.stream()
            .map(each -> new Contact(each.name(), each.relation(), each.phone()))
            .toList(),
        crisisSteps,
        followUpDays);
  }

  @Override
  public String toString() {
    return "AftercareBody[]";
  }
}
