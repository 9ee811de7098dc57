import Image
import Plan

/// Which of a build's steps are taken from snapshots, and of each step why or why not.
struct CacheJudgement: Sendable {
  /// The state from which the build goes on.
  struct Found: Sendable {
    /// The index of the last step that is in it.
    let index: Int
    let record: SnapshotRecord
  }

  private let recipe: BuildRecipe
  private let memory: BuildMemory?
  private let policy: SnapshotPolicy
  /// The index of the step from which on nothing is taken; nil for none.
  private let start: Int?
  private let now: Int
  /// The records of the steps that have one.
  private let records: [Int: SnapshotRecord]
  /// Nil where all runs anew.
  let found: Found?

  init(
    of recipe: BuildRecipe, on shelf: SnapshotShelf, memory: BuildMemory?, policy: SnapshotPolicy,
    start: Int?,
    now: Int
  ) {
    self.recipe = recipe
    self.memory = memory
    self.policy = policy
    self.start = start
    self.now = now
    var records: [Int: SnapshotRecord] = [:]
    var found: Found?
    for index in recipe.entries.indices.reversed() {
      guard let key = recipe.entries[index].key, let record = shelf.record(of: key) else { continue }
      records[index] = record
      let isOpen = start.map { index < $0 } ?? true
      guard found == nil, policy.use != .none, isOpen, Self.stale(in: record, recipe, policy, now) == nil
      else {
        continue
      }
      found = Found(index: index, record: record)
      // Only who explains looks at the rest.
      if !policy.explains { break }
    }
    self.records = records
    self.found = found
  }

  /// The step whose result is too old, with its age and how old it may be.
  private static func stale(
    in record: SnapshotRecord, _ recipe: BuildRecipe, _ policy: SnapshotPolicy, _ now: Int
  ) -> (entry: BuildRecipe.Entry, age: Int, limit: Int)? {
    for ran in record.steps where ran.reachesNetwork {
      guard let entry = recipe.entries.first(where: { $0.step.id == ran.step }) else { continue }
      var limit = policy.maxAge(of: entry.step)
      if case .local = policy.use { limit = -1 }
      if let limit, now - ran.time >= limit { return (entry, now - ran.time, limit) }
    }
    return nil
  }

  /// Why a step runs or does not: one clause.
  func explanation(of index: Int) -> String {
    let entry = recipe.entries[index]
    if let found, index <= found.index, index > 0 || found.index == recipe.entries.count - 1 {
      let time = found.record.steps.first { $0.step == entry.step.id }?.time ?? found.record.made
      return "taken from a snapshot of \((now - time).shownAge) ago"
    }
    return "runs: " + (index == 0 ? reasonOfStart(entry) : reason(of: entry, at: index))
  }

  private func reasonOfStart(_ entry: BuildRecipe.Entry) -> String {
    let before = memory?.steps.first { $0.id == entry.step.id }
    let changes = before.map { self.changes(from: $0, to: entry) } ?? []
    return changes.isEmpty ? "a step after it needs a container" : changes.joined(separator: ", ")
  }

  private func reason(of entry: BuildRecipe.Entry, at index: Int) -> String {
    if let reason = entry.reason { return "\(reason), so it is never taken from a snapshot" }
    if case .none = policy.use { return "`--no-cache` takes nothing from snapshots" }
    guard let memory else { return "this build has not run here before" }
    guard let before = memory.steps.first(where: { $0.id == entry.step.id }) else { return "it is new" }
    let changes = changes(from: before, to: entry)
    if !changes.isEmpty { return changes.joined(separator: ", ") }
    if let reason = staleness(of: index) { return reason }
    if let start, index >= start { return "`--from` asks for it" }
    if entry.key == nil { return "a step before it is never taken from a snapshot" }
    if before.key != entry.key { return "a step before it runs with something else" }
    return records[index] == nil ? "no snapshot of it is kept" : "a step before it runs"
  }

  private func staleness(of index: Int) -> String? {
    guard let record = records[index], let stale = Self.stale(in: record, recipe, policy, now) else {
      return nil
    }
    guard stale.limit >= 0 else { return "`--refresh` asks for what reaches the network" }
    let which = stale.entry.step.id == recipe.entries[index].step.id ? "it" : "`\(stale.entry.step.title)`"
    return
      "\(which) could reach the network \(stale.age.shownAge) ago, and `max-age` is \(stale.limit.shownAge)"
  }

  private func changes(from before: BuildMemory.Step, to entry: BuildRecipe.Entry) -> [String] {
    let old = Dictionary(before.inputs.map { ($0.name, $0.digest) }) { $1 }
    let new = Dictionary(entry.inputs.map { ($0.name, $0.digest) }) { $1 }
    let changed = entry.inputs.compactMap { input -> String? in
      guard let digest = old[input.name] else { return "\(input.name) is new" }
      return digest == input.digest ? nil : "\(input.name) changed"
    }
    return changed + before.inputs.filter { new[$0.name] == nil }.map { "\($0.name) is gone" }
  }
}

extension Int {
  /// A span of seconds for people, coarsely: `40 s`, `3 min`, `26 h`, `9 d`.
  var shownAge: String {
    switch self {
    case ..<120: "\(Swift.max(0, self)) s"
    case ..<7200: "\(self / 60) min"
    case ..<259_200: "\(self / 3600) h"
    default: "\(self / 86_400) d"
    }
  }
}
