import Diagnostics
import Source

/// The order in which checks are judged: what one requires comes before it.
struct CheckOrder {
  /// Indices of checks.
  private(set) var order: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// What each check requires: the index of another, and the property that is meant where it is one.
  private(set) var links: [[Link]]

  struct Link: Sendable {
    let check: Int
    let expectation: String?
    let id: String
  }

  /// Orders the checks of a spec; where some are left out, what is required may be among those.
  init(_ checks: [Check], isWhole: Bool) {
    links = [[Link]](repeating: [], count: checks.count)
    guard checks.contains(where: { !$0.terms.requirements.isEmpty }) else {
      order = Array(checks.indices)
      return
    }
    // An entry that overrides another may spell its path in another way.
    let whole = Dictionary(
      checks.indices.map { (checks[$0].id, $0) } + checks.indices.map { (checks[$0].identity.text, $0) }
    ) { first, _ in first }
    let parts = Dictionary(
      checks.indices.flatMap { index in checks[index].expectations.map { ($0.id, index) } }
    ) { first, _ in first }
    for index in checks.indices {
      for requirement in checks[index].terms.requirements {
        if let other = whole[requirement.id] {
          links[index].append(Link(check: other, expectation: nil, id: requirement.id))
        } else if let other = parts[requirement.id] {
          links[index].append(Link(check: other, expectation: requirement.id, id: requirement.id))
        } else if isWhole {
          unknown(requirement, among: whole.keys)
        }
      }
    }
    sort(checks)
  }

  /// The checks that one requires, and all that these require.
  func required(by index: Int) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = links[index].map(\.check)
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += links[next].map(\.check) }
    }
    return found
  }

  private mutating func unknown(_ requirement: CheckTerms.Requirement, among ids: some Sequence<String>) {
    let nearest = Self.nearest(to: requirement.id, among: Array(ids))
    diagnostics.append(
      Diagnostic(
        "spec/unknown-requirement", .error, "nothing in the spec is called `\(requirement.id)`",
        at: requirement.place,
        help: nearest.map { "did you mean `\($0)`?" } ?? Self.section(of: requirement.id)
          ?? "name an entry with its section: `files:/etc/passwd`"))
  }

  /// An id that is written nearly so, or whose section is: `package:bash` for `packages:bash`.
  private static func nearest(to id: String, among ids: [String]) -> String? {
    let (section, name) = parts(of: id)
    let fitting = ids.filter { parts(of: $0).name == name }
    return Suggestion.nearest(to: section, among: fitting.map { parts(of: $0).section }).flatMap { near in
      fitting.first { parts(of: $0).section == near }
    } ?? Suggestion.nearest(to: id, among: ids)
  }

  /// What is said where the section alone is misspelt.
  private static func section(of id: String) -> String? {
    let (section, name) = parts(of: id)
    guard !name.isEmpty, !SpecFile.words.contains(section),
      let nearest = Suggestion.nearest(to: section, among: SpecFile.words)
    else { return nil }
    return "the section is called `\(nearest)`: write `\(nearest):\(name)`, and assert that, too"
  }

  private static func parts(of id: String) -> (section: String, name: String) {
    let section = id.prefix { $0 != ":" }
    return (String(section), String(id.dropFirst(section.count + 1)))
  }

  /// Takes one after the other of which nothing that it requires is left.
  private mutating func sort(_ checks: [Check]) {
    var waiting = links.map { Set($0.map(\.check)).count }
    var dependents = [[Int]](repeating: [], count: checks.count)
    for (index, links) in links.enumerated() {
      for other in Set(links.map(\.check)) { dependents[other].append(index) }
    }
    var ready = checks.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      for dependent in dependents[ready[next]] {
        waiting[dependent] -= 1
        if waiting[dependent] == 0 { ready.append(dependent) }
      }
      next += 1
    }
    order = ready
    let left = checks.indices.filter { waiting[$0] > 0 }
    order += left
    if let first = left.first { circle(from: first, Set(left), checks) }
  }

  /// Goes along what is left until it comes by for the second time.
  private mutating func circle(from start: Int, _ left: Set<Int>, _ checks: [Check]) {
    var path: [Int] = []
    var seen: [Int: Int] = [:]
    var current = start
    while seen[current] == nil {
      seen[current] = path.count
      path.append(current)
      guard let link = links[current].first(where: { left.contains($0.check) }) else { return }
      current = link.check
    }
    let circle = path[(seen[current] ?? 0)...] + [current]
    guard let requirement = checks[current].terms.requirements.first else { return }
    diagnostics.append(
      Diagnostic(
        "spec/circular-requirement", .error,
        "`\(checks[current].id)` waits for itself: \(circle.map { checks[$0].id }.joined(separator: " → "))",
        at: requirement.place, help: "take one of these out"))
  }
}
