import Glibc
import Host
import Image
import Support
import Testing

@testable import Engine

/// An engine that is held to the conformance cases.
enum Candidate: String, Sendable, CaseIterable, CustomTestStringConvertible {
  case native, docker

  var testDescription: String { rawValue }

  /// Those that this machine has, or must have.
  static let all: [Candidate] = allCases.filter { candidate in
    !Machine.skips(candidate.rawValue)
      && Machine.runs(
        .engines, needing: "the \(candidate) engine (\(candidate.needs))", isThere: candidate.isThere)
  }

  private var needs: String {
    switch self {
    case .native: "root, runc, and the executable built in .build/debug"
    case .docker: "root, docker and dockerd"
    }
  }

  private var isThere: Bool {
    switch self {
    case .native: Machine.isRoot && Machine.hasProgram("runc") && access(Self.executable, X_OK) == 0
    case .docker: Machine.isRoot && Machine.hasProgram("docker") && Machine.hasProgram("dockerd")
    }
  }

  /// The program whose hidden verbs serve the native engine.
  static let executable = Repository.root + "/.build/debug/ovenproof"
}
