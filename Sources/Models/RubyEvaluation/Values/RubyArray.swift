/// An array.
package final class RubyArray: RubyHeapObject {
  /// Tell the interpreter before you change them: `CoreCall.change`.
  package var elements: [RubyValue]
  /// Why the content cannot be told.
  package internal(set) var doubt: RubyUnknown?

  package init(_ elements: [RubyValue]) {
    self.elements = elements
    super.init()
  }

  deinit {
    var held = surrender()
    Self.release(&held)
  }

  override func surrender() -> [RubyHeapObject] {
    let held = elements.compactMap(\.holder)
    elements = []
    return held
  }
}
