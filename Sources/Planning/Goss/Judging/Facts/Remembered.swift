/// A fact that is found out when it is first asked for, and kept.
final class Remembered<Value> {
  private var found: Result<Value, Untold>?

  func value(_ findOut: () throws(Untold) -> Value) throws(Untold) -> Value {
    if let found { return try found.get() }
    let result = Result { () throws(Untold) in try findOut() }
    found = result
    return try result.get()
  }
}
