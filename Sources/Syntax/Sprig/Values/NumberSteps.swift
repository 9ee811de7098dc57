/// Numbers in equal steps, as Sprig's `untilStep` makes them.
struct NumberSteps {
  /// How many there may be, so that a template ends.
  static let limit = 1 << 16

  private let start: Int
  private let end: Int
  private let step: Int

  /// From a number on, up or down to another, which is left out.
  init(from start: Int, to end: Int, by step: Int) {
    self.start = start
    self.end = end
    self.step = step
  }

  /// What the program `seq` counts, of its arguments: the end; start and end; or start, step and end. nil where nothing.
  init?(seq bounds: [Int]) {
    guard (1...3).contains(bounds.count), let end = bounds.last else { return nil }
    let start = bounds.count > 1 ? bounds[0] : 1
    let direction = end < start ? -1 : 1
    let step = bounds.count > 2 ? bounds[1] : direction
    if end < start, step > 0 { return nil }
    self.init(from: start, to: end &+ direction, by: step)
  }

  /// The numbers; nil where they are more than the limit.
  var numbers: [Int]? {
    guard start <= end ? step > 0 : step < 0 else { return [] }
    var numbers: [Int] = []
    var next = start
    while step > 0 ? next < end : next > end {
      guard numbers.count < Self.limit else { return nil }
      numbers.append(next)
      let (sum, isBeyond) = next.addingReportingOverflow(step)
      if isBeyond { break }
      next = sum
    }
    return numbers
  }
}
