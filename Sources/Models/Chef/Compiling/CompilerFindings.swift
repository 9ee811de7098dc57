import RubyEvaluation
import Source

/// What a compilation notices: faults, and what it cannot tell.
struct CompilerFindings {
  private(set) var faults: [ChefFault] = []
  private(set) var unknowns: [UnknownReason] = []
  /// Whether what cannot be told is passed over, since it changes nothing that is shown.
  var isMuted = false
  private var seen: Set<UnknownReason> = []
  private var positions: [Place: Int] = [:]

  /// What is one and the same fault, by whatever way a run comes to it.
  private struct Place: Hashable {
    let kind: ChefFault.Kind
    let location: Location
  }

  /// Adds a fault; of several ways to it the first counts that every run goes.
  mutating func add(_ fault: ChefFault) {
    let place = Place(kind: fault.kind, location: fault.location)
    guard let position = positions[place] else {
      positions[place] = faults.count
      return faults.append(fault)
    }
    if faults[position].certainty == .maybe, fault.certainty == .sure { faults[position] = fault }
  }

  mutating func note(_ reason: UnknownReason) {
    if !isMuted, seen.insert(reason).inserted { unknowns.append(reason) }
  }

  mutating func note(_ unknown: RubyUnknown) { note(UnknownReason(unknown)) }
}

extension UnknownReason {
  init(_ unknown: RubyUnknown) { self.init(unknown.reason, at: unknown.origin?.location) }
}
