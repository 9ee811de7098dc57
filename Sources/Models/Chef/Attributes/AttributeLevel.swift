/// A level at which an attribute can be set, from the weakest to the strongest.
package enum AttributeLevel: Int, Sendable, Hashable, CaseIterable {
  case defaults, environmentDefaults, roleDefaults, forcedDefaults
  case normal
  case overrides, roleOverrides, environmentOverrides, forcedOverrides
  case automatic

  /// The levels whose lists are joined; a later group replaces what an earlier one holds.
  static let groups: [[AttributeLevel]] = [
    [.defaults, .environmentDefaults, .roleDefaults, .forcedDefaults],
    [.normal],
    [.overrides, .roleOverrides, .environmentOverrides, .forcedOverrides],
    [.automatic],
  ]

  /// The word that a person reads.
  package var words: String {
    switch self {
    case .defaults: "default"
    case .environmentDefaults: "environment default"
    case .roleDefaults: "role default"
    case .forcedDefaults: "force_default"
    case .normal: "normal"
    case .overrides: "override"
    case .roleOverrides: "role override"
    case .environmentOverrides: "environment override"
    case .forcedOverrides: "force_override"
    case .automatic: "automatic"
    }
  }
}
