package import Image
import Packer
import Plan

/// The images at hand that builds may start from.
package struct BaseImages: Sendable {
  private let find: @Sendable (String) -> (any ImageView)?

  package static let none = BaseImages { _ in nil }

  /// `find` gives the image of a name, without asking anybody else.
  package init(_ find: @escaping @Sendable (String) -> (any ImageView)?) { self.find = find }

  /// The image that a build starts from; nil where it is not at hand.
  func base(of build: BuildPlan) -> (any ImageView)? {
    guard build.standIn == nil else { return nil }
    return build.base?.reference.complete.flatMap(find)
  }
}
