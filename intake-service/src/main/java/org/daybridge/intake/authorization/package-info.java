/**
 * What payers authorize and what is used of it: units by the days on which somebody was there,
 * calls with reviewers, denials and appeals. A day is counted whether it was authorized or not.
 */
@NullMarked
package org.daybridge.intake.authorization;

import org.jspecify.annotations.NullMarked;
