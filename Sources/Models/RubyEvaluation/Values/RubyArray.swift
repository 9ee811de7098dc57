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

  deinit { letGo() }

  override func surrender(to heir: inout [RubyHeapObject]) {
    heir.take(elements)
    elements = []
    super.surrender(to: &heir)
  }
}
