/// Which of the machine-readable shapes a command prints as JSON.
package enum ReportShape: String, Sendable, CaseIterable {
  /// `ovenproof/lint/1`
  case lint
  /// `ovenproof/verify/1`
  case verify
  /// `ovenproof/run/1`: the whole record, which `report` reads back.
  case run

  /// The value of `schema` in the shape.
  package var schema: String { "ovenproof/\(rawValue)/1" }
}
