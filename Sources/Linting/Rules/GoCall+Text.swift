import GoTemplate
import Source

extension GoCall {
  /// An argument that is written out as a text, with its place.
  func text(_ index: Int, in template: GoTemplate) -> Located<String>? {
    guard arguments.indices.contains(index), case .text(let bytes, let content) = arguments[index].kind
    else { return nil }
    return Located(String(decoding: bytes, as: UTF8.self), at: template.location(of: content))
  }
}
