import Diagnostics
import Image
import Matching
import Source

/// The accounts of an image, or why there are none to ask.
struct AccountsFinding {
  private let found: Result<Known<Accounts>, ImageError>

  init(in search: ImageSearch) {
    do throws(ImageError) {
      found = .success(try search.accounts())
    } catch {
      found = .failure(error)
    }
  }

  var value: Accounts? { (try? found.get())?.value }

  func presence(_ holds: (Accounts) -> Bool) -> Finding {
    switch found {
    case .success(.value(let accounts)): .value(.bool(holds(accounts)))
    case .success(.absent): .value(.bool(false))
    case .success(.unknown(let reason)): .unknown(reason)
    case .failure(let error): .broken(error.message)
    }
  }

  /// A similar name, or how many names there are.
  func near(_ name: String, _ file: String, _ names: [String]) -> [String] {
    if let nearest = Suggestion.nearest(to: name, among: names) { return ["\(file) has `\(nearest)`"] }
    return names.isEmpty ? ["the image has no \(file)"] : ["\(file) has \(names.count) names, none similar"]
  }
}
