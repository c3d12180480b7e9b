import { Module } from '@nestjs/common';
import { IndexStage } from './index.stage.js';
import { RecordStage } from './record.stage.js';

/** Writes articles into store and index, and outcomes into the ledger. Ports come from the platform module. */
@Module({ controllers: [IndexStage, RecordStage] })
export class IndexerModule {}
