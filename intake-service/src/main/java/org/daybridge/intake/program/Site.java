package org.daybridge.intake.program;

import java.time.ZoneId;
import org.daybridge.contract.scheduling.SiteId;

/** A site as scheduling announced it. */
public record Site(SiteId id, String code, ZoneId zone) {}
