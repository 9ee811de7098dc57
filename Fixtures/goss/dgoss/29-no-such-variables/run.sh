GOSS_VARS=vars.yaml dgoss run tiny:1 sleep 60
