/// What the functions of a template answer from, in one place of it.
struct RenderScope: Sendable {
  static let empty = RenderScope()
}
