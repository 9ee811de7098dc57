import DataSyntax
import Diagnostics
import Lint

/// What is asserted of one moment of a running image, and cannot be at once.
enum ContradictedStates {
  /// Two claims of one thing that exclude each other, the later one with what is wrong with it.
  static func report(_ claims: [SpecClaim], _ findings: inout Findings) {
    for claim in claims where isOver(claim) {
      guard let other = claims.first(where: { $0.subject == claim.subject && isGoingOn($0) })
      else { continue }
      findings.add(
        "`\(claim.word)` holds once it has ended, and `\(other.word)` while it runs", at: claim.place,
        help: "keep the one that is meant", labels: [Label("the other stands here", at: other.place)])
    }
  }

  private static func isOver(_ claim: SpecClaim) -> Bool {
    switch (claim.subject.section, claim.property) {
    case ("main-process", "exit-status"): true
    case ("main-process", "running"), ("processes", "running"): claim.flag == false
    case ("processes", "count"): claim.value.integer == 0
    default: false
    }
  }

  private static func isGoingOn(_ claim: SpecClaim) -> Bool {
    switch (claim.subject.section, claim.property) {
    case ("main-process", "user"), ("main-process", "arguments"), ("main-process", "stop-status"): true
    case ("main-process", "running"), ("processes", "running"): claim.flag == true
    case ("processes", "count"): claim.value.integer.map { $0 > 0 } ?? false
    default: false
    }
  }
}
