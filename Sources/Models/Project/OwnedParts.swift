/// Parts of a project in the order of the components that they belong to, found by their component.
struct OwnedParts<Part: Sendable>: Sendable {
  let all: [Part]
  private let ranges: [ComponentReference: Range<Int>]

  /// The parts of one component must stand together.
  init(_ parts: [Part], by owner: (Part) -> ComponentReference) {
    var ranges: [ComponentReference: Range<Int>] = [:]
    for (index, part) in parts.enumerated() {
      let owner = owner(part)
      ranges[owner] = (ranges[owner]?.lowerBound ?? index)..<index + 1
    }
    all = parts
    self.ranges = ranges
  }

  subscript(owner: ComponentReference) -> ArraySlice<Part> { ranges[owner].map { all[$0] } ?? [] }
}
