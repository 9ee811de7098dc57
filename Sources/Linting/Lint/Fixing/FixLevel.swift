package import Diagnostics

/// How far a run goes in mending files.
package enum FixLevel: Sendable, Hashable {
  /// Only what keeps the meaning of a file.
  case safe
  /// Also what may change what a build does.
  case unsafe

  /// Whether a fix is applied at this level.
  package func takes(_ fix: Fix) -> Bool { self == .unsafe || fix.safety == .safe }
}

extension Diagnostic {
  /// The fix that is applied at a level: the first of those that may be.
  package func fix(at level: FixLevel) -> Fix? { fixes.first(where: level.takes) }
}
