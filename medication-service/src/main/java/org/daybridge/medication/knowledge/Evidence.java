package org.daybridge.medication.knowledge;

import java.util.List;

/** Where a row comes from (ids of {@code sources.csv}) and how well it has been checked. */
public record Evidence(List<String> sources, String status) {}
