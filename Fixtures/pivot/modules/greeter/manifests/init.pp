# A small service that greets whoever connects.
class greeter (
  String  $version  = '1.0.0',
  Integer $port     = 8080,
  String  $greeting = 'Hello from the oven',
) {
  contain greeter::account
  contain greeter::service

  Class['greeter::account'] -> Class['greeter::service']
}
