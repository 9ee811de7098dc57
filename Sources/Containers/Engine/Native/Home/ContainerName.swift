import Synchronization

/// What a container of the native engine is called: `ovenproof-PID-START-N`, after the process that owns it.
struct ContainerName: Sendable, Hashable, CustomStringConvertible {
  let owner: ProcessIdentity
  let number: Int

  /// A name that this process has not used yet.
  static func next() -> ContainerName {
    ContainerName(owner: .own, number: counter.add(1, ordering: .relaxed).newValue)
  }

  private init(owner: ProcessIdentity, number: Int) {
    self.owner = owner
    self.number = number
  }

  /// Reads what `description` writes.
  init?(_ text: String) {
    let prefix = "ovenproof-"
    guard text.hasPrefix(prefix), let last = text.lastIndex(of: "-"),
      let number = Int(text[text.index(after: last)...])
    else { return nil }
    let middle = text.dropFirst(prefix.count)
    guard middle.startIndex < last, let owner = ProcessIdentity(text[middle.startIndex..<last]) else {
      return nil
    }
    self.init(owner: owner, number: number)
  }

  var description: String { "ovenproof-\(owner)-\(number)" }

  private static let counter = Atomic<Int>(0)
}
