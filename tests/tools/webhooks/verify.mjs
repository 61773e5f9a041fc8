// Verifies one webhook with the libraries that receivers use, and says in one line of JSON what each of them made of it: "verified", or why not.
// node verify.mjs '{"secret":"whsec_...","headers":{"webhook-id":"..."},"body":"..."}'
import * as standardwebhooks from 'standardwebhooks';
import * as svix from 'svix';

const { secret, headers, body } = JSON.parse(process.argv[2]);

function judge(library) {
  try {
    new library.Webhook(secret).verify(body, headers);
    return 'verified';
  } catch (error) {
    return error.message;
  }
}

console.log(JSON.stringify({ standardwebhooks: judge(standardwebhooks), svix: judge(svix) }));
