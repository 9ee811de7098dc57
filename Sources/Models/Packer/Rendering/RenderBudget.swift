import Synchronization

/// How much the rendered texts of one template may come to, so that a hostile one ends.
///
/// A class because all that renders texts of the template draws on it.
final class RenderBudget: Sendable {
  /// Bytes.
  static let limit = 32 << 20
  private let left = Atomic<Int>(limit)

  /// Takes the bytes of a text; false where there are none left.
  func take(_ size: Int) -> Bool {
    left.subtract(size, ordering: .relaxed).newValue >= 0
  }
}
