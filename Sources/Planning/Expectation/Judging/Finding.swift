import Image
import Matching
import Source

/// What an image answers when it is asked for a property.
enum Finding {
  case value(Subject)
  /// A predicted image cannot tell.
  case unknown(UnknownReason)
  /// The thing has no such property, a clause that follows its name: `is a directory, it has no contents`.
  case none(String)
  /// The image or the command could not be read; one sentence.
  case broken(String)

  /// Asks; what cannot be read is a finding too.
  static func of<Value>(
    _ ask: () throws(ImageError) -> Known<Value>, absent: String, _ subject: (Value) -> Subject
  ) -> Finding {
    do throws(ImageError) {
      switch try ask() {
      case .value(let value): return .value(subject(value))
      case .absent: return .none(absent)
      case .unknown(let reason): return .unknown(reason)
      }
    } catch  where error.kind == .notFound {
      // A link may lead to what is no file.
      return .none(absent)
    } catch {
      return .broken(error.message)
    }
  }
}
