/// A condition that cannot be told, whose branches are run one after the other on the same objects: what they change is
/// saved first, put back for the other branch, and merged in the end.
///
/// It stays open as long as a branch that left (`return`, `break`, a rescued `raise`) has not met the other again.
final class Speculation {
  /// An object with a state.
  struct Saved {
    let object: RubyHeapObject
    let state: SavedState
  }

  /// A way out of the code that may have been taken, with the state in which it was.
  struct Exit {
    var departure: Departure
    var states: States
  }

  /// States of objects, each once.
  struct States {
    private(set) var entries: [Saved] = []
    private var positions: [ObjectIdentifier: Int] = [:]

    func holds(_ object: RubyHeapObject) -> Bool { positions[ObjectIdentifier(object)] != nil }

    subscript(object: RubyHeapObject) -> SavedState? {
      positions[ObjectIdentifier(object)].map { entries[$0].state }
    }

    /// Adds a state; the first of an object stays.
    mutating func add(_ object: RubyHeapObject, _ state: @autoclosure () -> SavedState) {
      guard positions[ObjectIdentifier(object)] == nil else { return }
      positions[ObjectIdentifier(object)] = entries.count
      entries.append(Saved(object: object, state: state()))
    }
  }

  let id: Int
  let doubt: RubyUnknown
  /// The objects that were changed since, as they were at the fork.
  var before = States()
  var exits: [Exit] = []

  init(id: Int, doubt: RubyUnknown) {
    self.id = id
    self.doubt = doubt
  }

  /// The present states of all that was changed.
  func present() -> States {
    var states = States()
    for entry in before.entries { states.add(entry.object, SavedState(of: entry.object)) }
    return states
  }
}
