/// How closely a spec of another tool is judged as that tool itself would.
package enum Compatibility: String, Sendable, CaseIterable {
  /// Every verdict is the original's, what it gets wrong included; only its crashes are not repeated.
  case strict
  /// What the original gets wrong is judged rightly.
  case mended
}
