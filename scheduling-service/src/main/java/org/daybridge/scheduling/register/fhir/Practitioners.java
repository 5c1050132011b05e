package org.daybridge.scheduling.register.fhir;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.register.StaffMember;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A member of the staff as Practitioner and PractitionerRole. */
final class Practitioners {
  static final String DISCIPLINE = "urn:daybridge:discipline";
  private static final String CODE = "urn:daybridge:staff";
  private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
  private static final String PROFILE = "http://hl7.org/fhir/us/core/StructureDefinition/";

  private Practitioners() {}

  static Practitioner practitioner(Registered<StaffMember> member) {
    StaffMember entry = member.entry();
    var practitioner = new Practitioner();
    practitioner.setId(member.id().toString());
    practitioner
        .getMeta()
        .setVersionId(Long.toString(member.version()))
        .addProfile(PROFILE + "us-core-practitioner");
    practitioner.addIdentifier().setSystem(CODE).setValue(entry.code());
    if (entry.npi() != null) {
      practitioner.addIdentifier().setSystem(NPI).setValue(entry.npi());
    }
    practitioner.setActive(entry.active());
    practitioner.addName().setFamily(entry.familyName()).addGiven(entry.givenName());
    if (entry.phone() != null) {
      practitioner
          .addTelecom()
          .setSystem(ContactPoint.ContactPointSystem.PHONE)
          .setUse(ContactPoint.ContactPointUse.WORK)
          .setValue(entry.phone());
    }
    entry
        .licenses()
        .forEach(
            license -> {
              var qualification = practitioner.addQualification();
              qualification
                  .addIdentifier()
                  .setSystem("urn:daybridge:license:" + license.state())
                  .setValue(license.number());
              qualification.getCode().setText(license.type());
              qualification
                  .getPeriod()
                  .setEnd(Date.from(license.expiresOn().atStartOfDay(ZoneOffset.UTC).toInstant()));
            });
    return practitioner;
  }

  static PractitionerRole role(Registered<StaffMember> member, Register register) {
    StaffMember entry = member.entry();
    var role = new PractitionerRole();
    role.setId(member.id().toString());
    role.getMeta()
        .setVersionId(Long.toString(member.version()))
        .addProfile(PROFILE + "us-core-practitionerrole");
    role.setActive(entry.active());
    role.setPractitioner(new Reference("Practitioner/" + member.id()));
    role.setOrganization(new Reference("Organization/" + Callers.current().organizationId()));
    entry.roles().stream().sorted().forEach(code -> role.addCode().setText(code.replace('_', ' ')));
    role.addSpecialty().addCoding().setSystem(DISCIPLINE).setCode(entry.discipline());
    entry.sites().stream()
        .sorted()
        .flatMap(code -> register.find(Site.class, code).stream())
        .forEach(site -> at(role, site));
    if (entry.phone() != null) {
      role.addTelecom()
          .setSystem(ContactPoint.ContactPointSystem.PHONE)
          .setUse(ContactPoint.ContactPointUse.WORK)
          .setValue(entry.phone());
    }
    return role;
  }

  private static void at(PractitionerRole role, Registered<Site> site) {
    role.addLocation(new Reference("Location/" + site.id()));
    String phone = site.entry().phone();
    if (phone != null) {
      role.addTelecom()
          .setSystem(ContactPoint.ContactPointSystem.PHONE)
          .setUse(ContactPoint.ContactPointUse.WORK)
          .setValue(phone);
    }
  }

  static boolean identifiedBy(StaffMember member, Search.Token token) {
    return token.matches(CODE, member.code())
        || (member.npi() != null && token.matches(NPI, member.npi()));
  }

  static Provenance provenance(String type, Resource resource) {
    UUID id = UUID.fromString(resource.getIdElement().getIdPart());
    return Provenances.of(
        type, id, LocationFacade.madeAt(id), Callers.current().organizationId(), "Organization");
  }
}
