/// How a running container of an image is asked whether it is well.
package struct Healthcheck: Sendable, Hashable {
  /// `["NONE"]`, `["CMD", …]` or `["CMD-SHELL", line]`.
  package var test: [String]
  /// Nanoseconds, 0 where nothing is said.
  package var interval = 0
  package var timeout = 0
  package var startPeriod = 0
  package var startInterval = 0
  package var retries = 0

  package init(test: [String]) { self.test = test }
}
