import CStack

/// How far the stack of the running thread may still grow: what goes down with its input asks here, since a thread
/// may have much less of it than the main one.
package struct StackRoom: Sendable {
  /// What lies below is kept free.
  private let floor: UInt

  /// The room from here on: at most `limit` bytes, with `reserve` bytes left for what does not ask.
  package init(limit: Int = .max, keeping reserve: Int) {
    let here = Self.address
    let lowest = Self.bounds(around: here).lowerBound + UInt(reserve)
    floor = limit < here && here - UInt(limit) > lowest ? here - UInt(limit) : lowest
  }

  package var isUsedUp: Bool { Self.address < floor }

  /// The smallest stack that is in use anywhere, should the system not tell.
  private static let leastSize: UInt = 512 << 10

  private static func bounds(around here: UInt) -> Range<UInt> {
    var lowest: UInt = 0
    var size = 0
    if cstack_bounds(&lowest, &size), lowest <= here, here - lowest < UInt(size) {
      return lowest..<lowest + UInt(size)
    }
    return here - min(here, leastSize)..<here + 1
  }

  private static var address: UInt {
    var mark: UInt8 = 0
    return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
  }
}
