package org.daybridge.kit.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.daybridge.kit.http.RequestIds;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** The answer of a search: a page of matches with links to itself and to the next one. */
public final class SearchBundle {
  private SearchBundle() {}

  /**
   * A searchset from one row more than the page holds. The total is left out: a count tells of rows
   * that the caller can't see.
   */
  public static Bundle of(
      String type,
      Search search,
      List<? extends Resource> found,
      Function<Resource, Provenance> provenanceOf) {
    Bundle bundle = new Bundle();
    bundle.setType(Bundle.BundleType.SEARCHSET);
    bundle.addLink().setRelation("self").setUrl(link(type, search, null));
    int shown = Math.min(found.size(), search.count());
    boolean provenance = search.withProvenance();
    for (Resource match : found.subList(0, shown)) {
      add(bundle, type, match, Bundle.SearchEntryMode.MATCH);
    }
    if (provenance) {
      for (Resource match : found.subList(0, shown)) {
        add(bundle, "Provenance", provenanceOf.apply(match), Bundle.SearchEntryMode.INCLUDE);
      }
    }
    if (found.size() > shown) {
      String last = found.get(shown - 1).getIdElement().getIdPart();
      bundle.addLink().setRelation("next").setUrl(link(type, search, last));
    }
    return bundle;
  }

  private static void add(
      Bundle bundle, String type, Resource resource, Bundle.SearchEntryMode mode) {
    bundle
        .addEntry()
        .setFullUrl(
            RequestIds.origin() + "/fhir/" + type + "/" + resource.getIdElement().getIdPart())
        .setResource(resource)
        .getSearch()
        .setMode(mode);
  }

  private static String link(String type, Search search, String after) {
    StringBuilder url = new StringBuilder(RequestIds.origin()).append("/fhir/").append(type);
    char separator = '?';
    for (var parameter : search.parameters().entrySet()) {
      if ("_page".equals(parameter.getKey())) {
        continue;
      }
      for (String value : parameter.getValue()) {
        url.append(separator).append(parameter.getKey()).append('=');
        url.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        separator = '&';
      }
    }
    if (after != null) {
      url.append(separator).append("_page=").append(after);
    }
    return url.toString();
  }
}
