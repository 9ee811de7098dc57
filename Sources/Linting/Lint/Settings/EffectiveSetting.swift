package import Source

/// A setting as it holds for a template, with where its value comes from.
package struct EffectiveSetting: Sendable, Hashable {
  package enum Origin: Sendable, Hashable {
    case file(Location)
    case commandLine
    /// Nobody has set it.
    case standard
  }

  /// The way of keys to it: `rules`, `packer/floating-base-tag`.
  package let path: [String]
  package let value: String
  package let origin: Origin

  package init(_ path: [String], _ value: String, _ origin: Origin) {
    self.path = path
    self.value = value
    self.origin = origin
  }

  /// The keys with dots between them.
  package var name: String { path.joined(separator: ".") }
}
