package org.daybridge.medication.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.proposal.ProposedItem.Basis;
import org.daybridge.medication.proposal.ProposedItem.Proposal;
import org.daybridge.medication.proposal.ProposedItem.Unchecked;
import org.daybridge.medication.proposal.StatedMedication.Standing;
import org.daybridge.medication.safety.MedicationEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a stated medication is taken for, and what is proposed. An ingredient is known by a code or
 * by its exact name only; a product's name is never taken apart. What stays unknown is proposed all
 * the same, with the reason why no rule looks at it.
 */
final class ProposalRules {
  private final Knowledge knowledge;
  private final Set<String> known = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  ProposalRules(Knowledge knowledge, List<MedicationEntry> taken) {
    this.knowledge = knowledge;
    taken.forEach(entry -> known.addAll(keys(entry)));
  }

  /** An ingredient and how it is known, or why it is not. */
  record Reading(@Nullable Ingredient drug, @Nullable Basis basis, @Nullable Unchecked unchecked) {

    private static Reading of(Ingredient drug, Basis basis) {
      return new Reading(drug, basis, null);
    }

    private static Reading no(Unchecked reason) {
      return new Reading(null, null, reason);
    }
  }

  Reading read(StatedMedication stated) {
    var byCode = drugs(stated.rxcuis());
    var byName = knowledge.byName(stated.name());
    if (byCode.size() > 1) {
      return Reading.no(Unchecked.CODES_DIFFER);
    }
    if (byCode.size() == 1) {
      var drug = byCode.iterator().next();
      return byName.isPresent() && !byName.get().equals(drug)
          ? Reading.no(Unchecked.CODE_AND_NAME_DIFFER)
          : Reading.of(drug, Basis.CODE);
    }
    if (byName.isPresent()) {
      return Reading.of(byName.get(), Basis.NAME);
    }
    if (stated.ingredientCodes().size() > 1) {
      return Reading.no(Unchecked.SEVERAL_INGREDIENTS);
    }
    return drugs(stated.ingredientCodes()).stream()
        .findFirst()
        .map(drug -> Reading.of(drug, Basis.INGREDIENT_CODE))
        .orElseGet(() -> Reading.no(why(stated)));
  }

  private static Unchecked why(StatedMedication stated) {
    if (!stated.referenceResolved()) {
      return Unchecked.REFERENCE_NOT_FOUND;
    }
    return stated.name() == null && stated.rxcuis().isEmpty() && stated.ingredientCodes().isEmpty()
        ? Unchecked.NO_CODE_NO_NAME
        : Unchecked.NOT_COVERED;
  }

  private Set<Ingredient> drugs(List<String> codes) {
    return codes.stream()
        .map(knowledge::byCode)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** In the order of the list: the second of the same medication is a repetition of the first. */
  Proposal propose(StatedMedication stated, Reading reading) {
    return switch (stated.standing()) {
      case ENTERED_IN_ERROR -> Proposal.ENTERED_IN_ERROR;
      case NO_LONGER_TAKEN -> Proposal.NO_LONGER_TAKEN;
      case UNCLEAR -> Proposal.ASK;
      case TAKEN -> {
        var keys = keys(stated, reading);
        if (keys.stream().anyMatch(known::contains)) {
          yield Proposal.KNOWN_ALREADY;
        }
        boolean repeated = keys.stream().anyMatch(seen::contains);
        seen.addAll(keys);
        yield repeated ? Proposal.REPEATED : Proposal.ADD;
      }
    };
  }

  private static Set<String> keys(StatedMedication stated, Reading reading) {
    var keys = new HashSet<String>();
    if (reading.drug() != null) {
      keys.add(reading.drug().name());
    }
    stated.rxcuis().forEach(code -> keys.add("rxcui " + code));
    if (stated.name() != null && keys.isEmpty()) {
      keys.add(plain(stated.name()));
    }
    return keys;
  }

  private Set<String> keys(MedicationEntry entry) {
    var keys = new HashSet<String>();
    knowledge
        .byCode(entry.rxcui())
        .or(() -> knowledge.byName(entry.name()))
        .map(Ingredient::name)
        .ifPresent(keys::add);
    if (entry.rxcui() != null) {
      keys.add("rxcui " + entry.rxcui());
    }
    if (entry.name() != null) {
      keys.add(plain(Objects.requireNonNull(entry.name())));
    }
    return keys;
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  static boolean isTaken(StatedMedication stated) {
    return stated.standing() != Standing.NO_LONGER_TAKEN;
  }
}
