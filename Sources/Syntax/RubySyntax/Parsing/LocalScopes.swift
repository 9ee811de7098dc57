/// The local variables that are known where the parser stands.
struct LocalScopes {
  enum Kind {
    /// Sees nothing of what is outside: methods, classes.
    case closed
    /// Sees what is outside: blocks.
    case open
  }

  private struct Scope {
    /// The innermost closed scope's level, where this one's sight ends.
    let horizon: Int32
    /// How long the log was when the scope began.
    let mark: Int
  }

  private var scopes = [Scope(horizon: 1, mark: 0)]
  /// The level that each name was declared at last; 0 for none.
  private var levels: [Int32] = []
  /// What a scope's declarations replaced.
  private var log: [(name: Int, level: Int32)] = []

  mutating func enter(_ kind: Kind) {
    let level = Int32(scopes.count + 1)
    let horizon = kind == .closed ? level : scopes[scopes.count - 1].horizon
    scopes.append(Scope(horizon: horizon, mark: log.count))
  }

  mutating func leave() {
    guard scopes.count > 1, let scope = scopes.popLast() else { return }
    while log.count > scope.mark, let entry = log.popLast() { levels[entry.name] = entry.level }
  }

  func holds(_ name: RubyName) -> Bool {
    let index = Int(name.index)
    return index < levels.count && levels[index] >= scopes[scopes.count - 1].horizon
  }

  /// Whether the innermost scope itself declares the name.
  func declaresHere(_ name: RubyName) -> Bool {
    let index = Int(name.index)
    return index < levels.count && levels[index] == Int32(scopes.count)
  }

  mutating func declare(_ name: RubyName) {
    guard !holds(name) else { return }
    shadow(name)
  }

  /// Declares the name in the innermost scope even where an outer one has it.
  mutating func shadow(_ name: RubyName) {
    let index = Int(name.index)
    while levels.count <= index { levels.append(0) }
    guard levels[index] != Int32(scopes.count) else { return }
    log.append((index, levels[index]))
    levels[index] = Int32(scopes.count)
  }
}
