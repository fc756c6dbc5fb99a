/** Messages generated from {@code strop/v1/*.proto}; only {@code ..codec} uses them. */
package org.strop.bridge.trajectory.codec.v1;
