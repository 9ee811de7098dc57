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
    guard elements.contains(where: \.isNested) else { return }
    var values = elements
    elements = []
    RubyValue.release(&values)
  }
}
