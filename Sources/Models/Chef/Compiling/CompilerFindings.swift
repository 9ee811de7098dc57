import RubyEvaluation
import Source

/// What a compilation notices: faults, and what it cannot tell.
struct CompilerFindings {
  private(set) var faults: [ChefFault] = []
  private(set) var unknowns: [UnknownReason] = []
  private var seen: Set<UnknownReason> = []
  private var seenFaults: Set<ChefFault> = []

  mutating func add(_ fault: ChefFault) {
    if seenFaults.insert(fault).inserted { faults.append(fault) }
  }

  mutating func note(_ reason: UnknownReason) {
    if seen.insert(reason).inserted { unknowns.append(reason) }
  }

  mutating func note(_ unknown: RubyUnknown) { note(UnknownReason(unknown)) }
}

extension UnknownReason {
  init(_ unknown: RubyUnknown) { self.init(unknown.reason, at: unknown.origin?.location) }
}
