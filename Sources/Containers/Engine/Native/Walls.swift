/// What stands between the programs of a container and the machine.
package enum Walls: Sendable, Hashable, CustomStringConvertible {
  /// Namespaces, control groups and a filter, by the `runc` at this path.
  case runc(String)
  /// Namespaces alone, made by ourselves.
  case namespaces
  /// A root of its own, in a copy of the image, and nothing else.
  case chroot

  /// As people choose among them.
  package enum Kind: String, Sendable, Hashable, CaseIterable { case runc, namespaces, chroot }

  package var kind: Kind {
    switch self {
    case .runc: .runc
    case .namespaces: .namespaces
    case .chroot: .chroot
    }
  }

  /// The form in which children are told.
  package var description: String {
    if case .runc(let path) = self { "runc:" + path } else { kind.rawValue }
  }

  /// Reads what `description` writes.
  init?(_ text: String) {
    switch text {
    case "namespaces": self = .namespaces
    case "chroot": self = .chroot
    default:
      guard text.hasPrefix("runc:") else { return nil }
      self = .runc(String(text.dropFirst(5)))
    }
  }
}
