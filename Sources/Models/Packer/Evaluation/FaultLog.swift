import Source

/// Collects faults; one that several builds have is kept once, with their names.
struct FaultLog {
  private struct Key: Hashable {
    let problem: EvaluationFault.Problem
    let location: Location
  }

  private var places: [Key: Int] = [:]
  private(set) var faults: [EvaluationFault] = []

  /// Adds faults that concern the whole template.
  mutating func add(_ found: [EvaluationFault]) {
    for fault in found { add(fault, builds: fault.builds) }
  }

  /// Adds faults that came up in one build.
  mutating func add(_ found: [EvaluationFault], in build: String) {
    for fault in found { add(fault, builds: [build]) }
  }

  private mutating func add(_ fault: EvaluationFault, builds: [String]) {
    let key = Key(problem: fault.problem, location: fault.location)
    if let place = places[key] {
      let known = faults[place]
      let all = known.builds + builds.filter { !known.builds.contains($0) }
      faults[place] = EvaluationFault(
        known.problem, at: known.location, builds: all, isRefused: known.isRefused || fault.isRefused)
    } else {
      places[key] = faults.count
      faults.append(
        EvaluationFault(fault.problem, at: fault.location, builds: builds, isRefused: fault.isRefused))
    }
  }

  /// The faults in the order of the template.
  var sorted: [EvaluationFault] {
    faults.enumerated().sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }.map(
      \.element)
  }
}
