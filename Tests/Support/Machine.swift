import Glibc

/// What the machine that runs the tests offers, and what it must offer.
///
/// `OVENPROOF_REQUIRE=engines,oracles` turns the absence of a part into failures; `OVENPROOF_SKIP` leaves
/// its tests out.
package enum Machine {
  package enum Part: String, Sendable {
    /// Container engines, and the rights and programs that they need.
    case engines
    /// Programs whose answers ours are compared with.
    case oracles
  }

  /// Whether tests that need something are to run: it is there, or its absence has to fail them. Says aloud
  /// what is left out.
  package static func runs(_ part: Part, needing what: String, isThere: Bool) -> Bool {
    if list("OVENPROOF_SKIP").contains(part.rawValue) { return false }
    if isThere || list("OVENPROOF_REQUIRE").contains(part.rawValue) { return true }
    say("skipped: tests that need \(what)")
    return false
  }

  /// Whether tests of something that no machine must have are to run: it is there. Says aloud what is left out.
  package static func offers(_ what: String, isThere: Bool) -> Bool {
    if !isThere { say("skipped: tests that need \(what)") }
    return isThere
  }

  package static func say(_ text: String) {
    let line = Array("\(text)\n".utf8)
    write(2, line, line.count)
  }

  /// Whether tests of something smaller than a part, such as one engine, are left out.
  package static func skips(_ name: String) -> Bool { list("OVENPROOF_SKIP").contains(name) }

  /// Whether a program is on the PATH, or in a folder for administrators.
  package static func hasProgram(_ name: String) -> Bool { path(ofProgram: name) != nil }

  /// The path of a program.
  package static func path(ofProgram name: String) -> String? {
    let listed = (value("PATH") ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
    let folders: [String] = listed + ["/usr/sbin", "/sbin"]
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  package static var isRoot: Bool { geteuid() == 0 }

  /// The folder of public cookbooks that `OVENPROOF_COOKBOOKS` names; says aloud what is left out without one.
  package static let cookbooks: String? = {
    let folder = value("OVENPROOF_COOKBOOKS")
    if folder == nil { say("skipped: tests that need the public cookbooks that OVENPROOF_COOKBOOKS names") }
    return folder
  }()

  private static func list(_ variable: String) -> [String] {
    (value(variable) ?? "").split(separator: ",").map(String.init)
  }

  private static func value(_ variable: String) -> String? { getenv(variable).map { String(cString: $0) } }
}
