import DataSyntax
import Expectation

/// The whole numbers that are left by what is demanded of a property, as far as comparisons tell.
struct WholeNumbers {
  private var least: Double
  private var most: Double

  static let all = WholeNumbers(least: -.infinity, most: .infinity)

  private init(least: Double, most: Double) {
    self.least = least
    self.most = most
  }

  /// The numbers that a property can be, with a sentence that says so; nil where it is no such number.
  static func ofProperty(
    _ name: String, in dialect: Outcome.Dialect
  ) -> (numbers: WholeNumbers, words: String)? {
    switch name {
    // In a file of container-structure-test an owner of -1 asserts nothing.
    case "uid" where dialect == .cst, "gid" where dialect == .cst: nil
    case "count", "size", "uid", "gid", "total-size":
      (WholeNumbers(least: 0, most: .infinity), "`\(name)` is never less than 0")
    // To goss a killed program ends with -1.
    case "exit-status" where dialect == .goss:
      (WholeNumbers(least: -1, most: 255), "`\(name)` is never more than 255, and -1 at least")
    case "exit-status", "exitCode":
      (WholeNumbers(least: 0, most: 255), "`\(name)` lies between 0 and 255")
    default: nil
    }
  }

  /// Takes away what a value does not let through; the part of it after which no number is left.
  mutating func narrow(by node: DataNode) -> DataNode? {
    guard node.kind == .mapping else {
      guard node.isScalar, let number = Double(node.string ?? "") else { return nil }
      return narrow(from: number, to: number) ? nil : node
    }
    guard node.entries.count == 1, let entry = node.entries.first else { return nil }
    if entry.key.string == "and" {
      for item in entry.value.items {
        if let place = narrow(by: item) { return place }
      }
      return nil
    }
    guard let number = Double(entry.value.string ?? "") else { return nil }
    let isLeft =
      switch entry.key.string {
      case "gt": narrow(from: number.rounded(.down) + 1, to: .infinity)
      case "ge": narrow(from: number.rounded(.up), to: .infinity)
      case "lt": narrow(from: -.infinity, to: number.rounded(.up) - 1)
      case "le": narrow(from: -.infinity, to: number.rounded(.down))
      case "equal": narrow(from: number, to: number)
      default: true
      }
    return isLeft ? nil : entry.value
  }

  private mutating func narrow(from low: Double, to high: Double) -> Bool {
    least = max(least, low)
    most = min(most, high)
    return least <= most
  }
}
