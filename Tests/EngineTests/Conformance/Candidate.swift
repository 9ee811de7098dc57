import Glibc
import Host
import Image
import Support
import Testing

@testable import Engine

/// An engine that is held to the conformance cases.
enum Candidate: String, Sendable, CaseIterable, CustomTestStringConvertible {
  /// The native engine as root, and as an ordinary user: with `runc`, in namespaces alone, with a changed root alone.
  case native, rootless, namespaces
  case rootlessNamespaces = "rootless-namespaces"
  case chroot
  case docker, podman

  var testDescription: String { rawValue }

  /// Those that this machine has, or must have; podman, which takes much room beside docker, it need not have.
  static let all: [Candidate] = allCases.filter { candidate in
    guard !Machine.skips(candidate.rawValue) else { return false }
    let need = "the \(candidate) engine (\(candidate.needs))"
    return candidate == .podman
      ? Machine.offers(need, isThere: candidate.isThere)
      : Machine.runs(.engines, needing: need, isThere: candidate.isThere)
  }

  private var needs: String {
    switch self {
    case .native: "root, runc, and the executable built in .build/debug"
    case .namespaces, .chroot: "root, and the executable built in .build/debug"
    case .rootless, .rootlessNamespaces:
      "root, runc, uidmap, the account \(TestAccount.name) of `.ci/setup`, and .build/debug where it can be reached by it"
    case .docker: "root, docker and dockerd"
    case .podman: "root, podman and runc"
    }
  }

  private var isThere: Bool {
    guard Machine.isRoot else { return false }
    return switch self {
    case .native: Machine.hasProgram("runc") && access(Self.executable, X_OK) == 0
    case .namespaces, .chroot: access(Self.executable, X_OK) == 0
    case .rootless, .rootlessNamespaces:
      Machine.hasProgram("runc") && TestAccount.isThere && TestAccount.canExecute(Self.executable)
    case .docker: Machine.hasProgram("docker") && Machine.hasProgram("dockerd")
    case .podman: Machine.hasProgram("podman") && Machine.hasProgram("runc")
    }
  }

  /// Whether it is a variant of the native engine.
  var isNative: Bool { self != .docker && self != .podman }

  /// Whether it is an ordinary user's.
  var isRootless: Bool { self == .rootless || self == .rootlessNamespaces }

  /// What the native engine's containers are made of.
  var walls: Walls.Kind {
    switch self {
    case .namespaces, .rootlessNamespaces: .namespaces
    case .chroot: .chroot
    case .native, .rootless, .docker, .podman: .runc
    }
  }

  /// The program whose hidden verbs serve the native engine.
  static let executable = Repository.root + "/.build/debug/ovenproof"
}
