/**
 * Who may reach across patients: the desk plans for all, everybody else sees whom a grant opens.
 */
@NullMarked
package org.daybridge.scheduling.access;

import org.jspecify.annotations.NullMarked;
