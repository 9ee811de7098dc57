import CStack

/// How far the stack of the running thread may still grow: what goes down with its input asks here, since a thread
/// may have much less of it than the main one.
package struct StackRoom: Sendable {
  /// The addresses of the thread's stack.
  private let bounds: Range<UInt>
  /// What lies below is kept free.
  private let floor: UInt

  /// The room from here on: at most `limit` bytes, with `reserve` bytes left for what does not ask. `earlier` saves
  /// asking the system where the thread is still the same.
  package init(limit: Int = .max, keeping reserve: Int, after earlier: StackRoom? = nil) {
    let here = Self.address
    let known = earlier.flatMap { $0.bounds.contains(here) ? $0.bounds : nil }
    bounds = known ?? (cstack_is_main() ? Self.mainBounds : Self.boundsOfThread(around: here))
    let lowest = bounds.lowerBound + UInt(reserve)
    floor = limit < here && here - UInt(limit) > lowest ? here - UInt(limit) : lowest
  }

  package var isUsedUp: Bool { Self.address < floor }

  /// The smallest stack that is in use anywhere, should the system not tell.
  private static let leastSize: UInt = 512 << 10

  /// Of the main thread, whose stack stays where it is: the system reads a file to tell it.
  private static let mainBounds = boundsOfThread(around: address)

  private static func boundsOfThread(around here: UInt) -> Range<UInt> {
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
